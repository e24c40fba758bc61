import { type ApiTable, judgeApi } from './judgement.ts';

/** What is there without an import: in a browser's page, and in Node. Other globals are the program's own. */
export const webApis: ApiTable = {
  module: 'global',
  judgements: [
    judgeApi(
      'network',
      'Sends requests, or opens connections.',
      'fetch WebSocket WebSocketStream XMLHttpRequest EventSource WebTransport RTCPeerConnection webkitRTCPeerConnection mozRTCPeerConnection importScripts navigator.sendBeacon fetchLater',
    ),
    judgeApi(
      'network',
      'Loads what its address names.',
      'Image Audio document.write document.writeln caches XSLTProcessor PresentationRequest',
    ),
    judgeApi(
      'network',
      'Opens a page at an address.',
      'open document.open location.assign location.replace navigation.navigate',
    ),
    judgeApi(
      'harmless',
      'The address of the page. Setting it opens another page, and needs `network`.',
      'location document.location',
    ),
    judgeApi('clipboard', 'Reads and changes the clipboard.', 'navigator.clipboard'),
    judgeApi(
      'clipboard',
      'Copies, cuts or pastes, unless it is surely another command.',
      'document.execCommand',
    ),
    judgeApi('notifications', 'Shows messages.', 'Notification'),
    judgeApi(
      'unresolved',
      'Asks for the place, the camera, devices and accounts of a person.',
      'navigator.geolocation navigator.mediaDevices navigator.getUserMedia navigator.webkitGetUserMedia navigator.bluetooth navigator.usb navigator.serial navigator.hid navigator.requestMIDIAccess navigator.credentials navigator.contacts navigator.share navigator.registerProtocolHandler navigator.requestMediaKeySystemAccess PaymentRequest SpeechRecognition webkitSpeechRecognition NDEFReader IdleDetector EyeDropper queryLocalFonts',
    ),
    judgeApi(
      'unresolved',
      'Runs a file for all pages of an address, also later.',
      'navigator.serviceWorker',
    ),
    judgeApi(
      'unresolved',
      'Opens files of the computer.',
      'showOpenFilePicker showSaveFilePicker showDirectoryPicker',
    ),
    judgeApi(
      'harmless',
      'Facts of the browser.',
      'navigator.appCodeName navigator.appName navigator.appVersion navigator.canShare navigator.clearAppBadge navigator.connection navigator.cookieEnabled navigator.deviceMemory navigator.doNotTrack navigator.getBattery navigator.getGamepads navigator.gpu navigator.hardwareConcurrency navigator.ink navigator.javaEnabled navigator.keyboard navigator.language navigator.languages navigator.locks navigator.login navigator.maxTouchPoints navigator.mediaCapabilities navigator.mediaSession navigator.mimeTypes navigator.msMaxTouchPoints navigator.msPointerEnabled navigator.msSaveBlob navigator.msSaveOrOpenBlob navigator.onLine navigator.oscpu navigator.pdfViewerEnabled navigator.permissions navigator.platform navigator.plugins navigator.pointerEnabled navigator.product navigator.productSub navigator.scheduling navigator.setAppBadge navigator.standalone navigator.storage navigator.systemLanguage navigator.userActivation navigator.userAgent navigator.userAgentData navigator.userLanguage navigator.vendor navigator.vendorSub navigator.vibrate navigator.virtualKeyboard navigator.wakeLock navigator.webdriver navigator.windowControlsOverlay navigator.xr',
    ),
    judgeApi(
      'harmless',
      'Storage of its own.',
      'indexedDB localStorage sessionStorage cookieStore document.cookie',
    ),
    judgeApi('followed', 'Loads a module.', 'require module'),
    judgeApi(
      'unresolved',
      'Modules that are loaded already, and what loads them.',
      'require.cache module.children module.paths',
    ),
    judgeApi(
      'harmless',
      'Where modules are found, and what a module tells of itself.',
      'require.resolve require.main require.ensure require.context module.exports module.hot module.id module.filename module.path module.loaded module.parent module.isPreloading',
    ),
    judgeApi(
      'followed',
      'Runs a text as code: what is constant is read as what it is, all else is unresolved.',
      'eval Function execScript setTimeout setInterval Worker SharedWorker',
    ),
    judgeApi('followed', 'The process, as the module `process`.', 'process'),
    judgeApi(
      'followed',
      'The functions that are imported decide what WebAssembly can reach; they are followed as all others are.',
      'WebAssembly',
    ),
  ],
};
