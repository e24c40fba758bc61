import type { Permission } from '../../../schema/names.ts';
import { type ApiTable, harmlessModules, judgeApi } from '../judgement.ts';

const rest: readonly Permission[] = ['network'];

const resolvers =
  'lookup lookupService Resolver resolve resolve4 resolve6 resolveAny resolveCaa resolveCname resolveMx ' +
  'resolveNaptr resolveNs resolvePtr resolveSoa resolveSrv resolveTlsa resolveTxt reverse getServers setServers';

const resolverConstants =
  'ADDRCONFIG ALL V4MAPPED NODATA FORMERR SERVFAIL NOTFOUND NOTIMP REFUSED BADQUERY BADNAME BADFAMILY BADRESP ' +
  'CONNREFUSED TIMEOUT EOF FILE NOMEM DESTRUCTION BADSTR BADFLAGS NONAME BADHINTS NOTINITIALIZED ' +
  'LOADIPHLPAPI ADDRGETNETWORKPARAMS CANCELLED getDefaultResultOrder setDefaultResultOrder';

/** Modules of Node that use the network. */
export const nodeNetwork: readonly ApiTable[] = [
  {
    module: 'http',
    rest,
    judgements: [
      judgeApi(
        'network',
        'Sends requests, listens for them, or opens the sockets for that.',
        'Agent ClientRequest Server createServer get request globalAgent setGlobalProxyFromEnv WebSocket _connectionListener',
      ),
      judgeApi(
        'harmless',
        'Constants, and checks of texts.',
        'METHODS STATUS_CODES maxHeaderSize validateHeaderName validateHeaderValue setMaxIdleHTTPParsers',
      ),
      judgeApi(
        'harmless',
        'Classes of messages, which use a socket that somebody else opened.',
        'IncomingMessage OutgoingMessage ServerResponse CloseEvent MessageEvent',
      ),
    ],
  },
  {
    module: 'https',
    rest,
    judgements: [
      judgeApi(
        'network',
        'Sends requests, listens for them, or opens the sockets for that.',
        'Agent Server createServer get request globalAgent',
      ),
    ],
  },
  {
    module: 'http2',
    rest,
    judgements: [
      judgeApi(
        'network',
        'Connects to servers, or is one.',
        'connect createServer createSecureServer performServerHandshake',
      ),
      judgeApi(
        'harmless',
        'Constants, and settings as bytes.',
        'constants getDefaultSettings getPackedSettings getUnpackedSettings sensitiveHeaders',
      ),
      judgeApi(
        'harmless',
        'Classes of messages, which use a connection that somebody else opened.',
        'Http2ServerRequest Http2ServerResponse',
      ),
    ],
  },
  {
    module: 'net',
    rest,
    judgements: [
      judgeApi(
        'network',
        'Opens sockets, and listens.',
        'connect createConnection createServer Server Socket Stream BoundSocket _createServerHandle',
      ),
      judgeApi(
        'harmless',
        'Checks and compares addresses.',
        'isIP isIPv4 isIPv6 BlockList SocketAddress _normalizeArgs',
      ),
      judgeApi(
        'harmless',
        'How long to wait for another address.',
        'getDefaultAutoSelectFamily setDefaultAutoSelectFamily getDefaultAutoSelectFamilyAttemptTimeout setDefaultAutoSelectFamilyAttemptTimeout',
      ),
    ],
  },
  {
    module: 'tls',
    rest,
    judgements: [
      judgeApi('network', 'Opens sockets, and listens.', 'connect createServer Server TLSSocket'),
      judgeApi(
        'network',
        'Decides which servers all connections trust.',
        'setDefaultCACertificates',
      ),
      judgeApi(
        'harmless',
        'Constants and lists.',
        'CLIENT_RENEG_LIMIT CLIENT_RENEG_WINDOW DEFAULT_CIPHERS DEFAULT_ECDH_CURVE DEFAULT_MIN_VERSION DEFAULT_MAX_VERSION getCiphers getCertificateCompressionAlgorithms rootCertificates getCACertificates',
      ),
      judgeApi(
        'harmless',
        'Compares names, and prepares keys.',
        'checkServerIdentity convertALPNProtocols createSecureContext SecureContext',
      ),
    ],
  },
  {
    module: 'dgram',
    rest,
    judgements: [
      judgeApi('network', 'Sends and receives packets.', 'createSocket Socket _createSocketHandle'),
    ],
  },
  ...['dns', 'dns/promises'].map((module) => ({
    module,
    rest,
    judgements: [
      judgeApi('network', 'Asks servers for names and addresses.', resolvers),
      ...(module === 'dns'
        ? [judgeApi('followed', 'The same functions with promises.', 'promises')]
        : []),
      judgeApi('harmless', 'Constants, and the order of results.', resolverConstants),
    ],
  })),
  {
    module: '_http_agent',
    rest,
    judgements: [judgeApi('network', 'Opens sockets for requests.', 'Agent globalAgent')],
  },
  {
    module: '_http_client',
    rest,
    judgements: [judgeApi('network', 'Sends requests.', 'ClientRequest')],
  },
  {
    module: '_http_server',
    rest,
    judgements: [
      judgeApi(
        'network',
        'Listens for requests.',
        'Server _connectionListener setupConnectionsTracking storeHTTPOptions httpServerPreClose kConnectionsCheckingInterval',
      ),
      judgeApi(
        'harmless',
        'Constants, and the class of answers.',
        'STATUS_CODES ServerResponse kServerResponse',
      ),
    ],
  },
  {
    module: '_tls_wrap',
    rest,
    judgements: [
      judgeApi('network', 'Opens sockets, and listens.', 'TLSSocket Server createServer connect'),
    ],
  },
  ...harmlessModules(
    'Reads and writes what goes through sockets that somebody else opened.',
    '_http_common _http_incoming _http_outgoing _tls_common _stream_wrap',
  ),
];
