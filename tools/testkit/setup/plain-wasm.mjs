// Every Node that tests start imports this: what runs WebAssembly there ends long before it is worth compiling it twice.
import { setFlagsFromString } from 'node:v8';

// the first means the others as well, but not once V8 has started
for (const flag of ['--liftoff-only', '--no-wasm-tier-up', '--no-wasm-dynamic-tiering'])
  setFlagsFromString(flag);
