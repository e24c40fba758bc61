import type { Permission } from '../../../schema/names.ts';
import { type ApiTable, harmlessModules, judge } from '../judgement.ts';

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
      judge(
        'network',
        'Sends requests, listens for them, or opens the sockets for that.',
        'Agent ClientRequest Server createServer get request globalAgent setGlobalProxyFromEnv WebSocket _connectionListener',
      ),
      judge(
        'harmless',
        'Constants, and checks of texts.',
        'METHODS STATUS_CODES maxHeaderSize validateHeaderName validateHeaderValue setMaxIdleHTTPParsers',
      ),
      judge(
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
      judge(
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
      judge(
        'network',
        'Connects to servers, or is one.',
        'connect createServer createSecureServer performServerHandshake',
      ),
      judge(
        'harmless',
        'Constants, and settings as bytes.',
        'constants getDefaultSettings getPackedSettings getUnpackedSettings sensitiveHeaders',
      ),
      judge(
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
      judge(
        'network',
        'Opens sockets, and listens.',
        'connect createConnection createServer Server Socket Stream BoundSocket _createServerHandle',
      ),
      judge(
        'harmless',
        'Checks and compares addresses.',
        'isIP isIPv4 isIPv6 BlockList SocketAddress _normalizeArgs',
      ),
      judge(
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
      judge('network', 'Opens sockets, and listens.', 'connect createServer Server TLSSocket'),
      judge('network', 'Decides which servers all connections trust.', 'setDefaultCACertificates'),
      judge(
        'harmless',
        'Constants and lists.',
        'CLIENT_RENEG_LIMIT CLIENT_RENEG_WINDOW DEFAULT_CIPHERS DEFAULT_ECDH_CURVE DEFAULT_MIN_VERSION DEFAULT_MAX_VERSION getCiphers getCertificateCompressionAlgorithms rootCertificates getCACertificates',
      ),
      judge(
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
      judge('network', 'Sends and receives packets.', 'createSocket Socket _createSocketHandle'),
    ],
  },
  ...['dns', 'dns/promises'].map((module) => ({
    module,
    rest,
    judgements: [
      judge('network', 'Asks servers for names and addresses.', resolvers),
      ...(module === 'dns'
        ? [judge('followed', 'The same functions with promises.', 'promises')]
        : []),
      judge('harmless', 'Constants, and the order of results.', resolverConstants),
    ],
  })),
  {
    module: '_http_agent',
    rest,
    judgements: [judge('network', 'Opens sockets for requests.', 'Agent globalAgent')],
  },
  {
    module: '_http_client',
    rest,
    judgements: [judge('network', 'Sends requests.', 'ClientRequest')],
  },
  {
    module: '_http_server',
    rest,
    judgements: [
      judge(
        'network',
        'Listens for requests.',
        'Server _connectionListener setupConnectionsTracking storeHTTPOptions httpServerPreClose kConnectionsCheckingInterval',
      ),
      judge(
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
      judge('network', 'Opens sockets, and listens.', 'TLSSocket Server createServer connect'),
    ],
  },
  ...harmlessModules(
    'Reads and writes what goes through sockets that somebody else opened.',
    '_http_common _http_incoming _http_outgoing _tls_common _stream_wrap',
  ),
];
