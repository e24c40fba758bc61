import type { LookupAddress } from 'node:dns';
import { lookup as lookupName } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector, type Dispatcher, EnvHttpProxyAgent } from 'undici';
import { ServiceError } from '../service-error.ts';
import { isPublicAddress } from './is-public-address.ts';

/** How a machine reaches others. */
export interface NetworkSettings {
  /** Allows addresses of this machine and of its own network. */
  allowLocalNetwork: boolean;
  /** The proxies that a person has set. */
  proxy?: { http?: string; https?: string; except?: string };
  /** Finds the addresses of a name; the system's where it is absent. */
  lookup?: (name: string) => Promise<LookupAddress[]>;
}

/** The largest message of a WebSocket, in bytes: as base64 it still fits into a message. */
export const maxSocketMessage = 6_000_000;

const connectMs = 10_000;

/**
 * Opens connections to public addresses only. What is checked is the address that the connection goes to, for
 * each connection, so that neither a redirect nor a name whose address changes leads elsewhere.
 *
 * @param onFailure told why a connection wasn't made, which WebSockets keep to themselves
 */
export function openDispatcher(
  settings: NetworkSettings,
  onFailure: (error: Error) => void = () => {},
): Dispatcher {
  const lookup = settings.lookup ?? ((name: string) => lookupName(name, { all: true }));
  const find = settings.allowLocalNetwork ? lookup : publicOnly(lookup);
  const open = buildConnector({ lookup: toLookupFunction(find), timeout: connectMs });
  const connect: buildConnector.connector = (options, callback) => {
    // the system looks up no literals; URLs have them in plain notation only
    const host = withoutBrackets(options.hostname);
    if (!settings.allowLocalNetwork && isIP(host) !== 0 && !isPublicAddress(host)) {
      const error = localAddress(host);
      onFailure(error);
      callback(error, null);
    } else {
      open(options, (...outcome) => {
        if (outcome[0] !== null) onFailure(outcome[0]);
        callback(...outcome);
      });
    }
  };
  const direct = { connect, webSocket: { maxPayloadSize: maxSocketMessage } };
  const { proxy } = settings;
  if (proxy?.http === undefined && proxy?.https === undefined) return new Agent(direct);
  return openProxied({ ...settings, find, onFailure }, direct);
}

type Find = (name: string) => Promise<LookupAddress[]>;

function publicOnly(lookup: Find): Find {
  return async (name) => {
    const found = await lookup(name);
    const open = found.filter(({ address }) => isPublicAddress(address));
    if (found.length > 0 && open.length === 0) throw localAddress(name);
    return open;
  };
}

function toLookupFunction(find: Find): LookupFunction {
  return (name, options, callback) => {
    find(name).then(
      (found) => {
        const { family } = options;
        const fits = found.filter((one) =>
          family === 4 || family === 6 ? one.family === family : true,
        );
        const [first] = fits;
        if (first === undefined) {
          const error = new Error(`No address of ${name} was found`);
          callback(Object.assign(error, { code: 'ENOTFOUND' }), '');
        } else if (options.all === true) callback(null, fits);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, ''),
    );
  };
}

/**
 * A proxy resolves names itself, so that the address of a connection isn't known here. The name is resolved
 * beforehand, and refused where it is local here; a name that only the proxy can resolve is left to it, and
 * with that what its administrator allows. The connection to the proxy itself may be local.
 */
function openProxied(
  settings: NetworkSettings & { find: Find; onFailure: (error: Error) => void },
  direct: EnvHttpProxyAgent.Options,
): Dispatcher {
  const { http, https, except } = settings.proxy ?? {};
  const agent = new EnvHttpProxyAgent({
    ...direct, // for the names that need no proxy
    httpProxy: http ?? '',
    httpsProxy: https ?? http ?? '',
    noProxy: except ?? '',
  });
  if (settings.allowLocalNetwork) return agent;
  return agent.compose((dispatch) => (request, handler) => {
    const host = withoutBrackets(new URL(String(request.origin)).hostname);
    requirePublic(host, settings.find).then(
      () => dispatch(request, handler),
      (error: Error) => {
        settings.onFailure(error);
        handler.onResponseError?.(noController, error);
      },
    );
    return true;
  });
}

async function requirePublic(host: string, find: Find): Promise<void> {
  if (isIP(host) !== 0) {
    if (!isPublicAddress(host)) throw localAddress(host);
    return;
  }
  try {
    await find(host);
  } catch (error) {
    if (error instanceof ServiceError) throw error;
    if (/(?:^|\.)(?:localhost|local|internal)\.?$/i.test(host)) throw localAddress(host);
  }
}

/** For requests that were never begun. */
const noController: Dispatcher.DispatchController = {
  aborted: false,
  paused: false,
  reason: null,
  abort() {},
  pause() {},
  resume() {},
};

function withoutBrackets(host: string): string {
  return host.replace(/^\[(.*)\]$/, '$1');
}

function localAddress(host: string): ServiceError {
  return new ServiceError(
    'local-address',
    `'${host}' is on this machine or its own network, which extensions may not reach`,
  );
}
