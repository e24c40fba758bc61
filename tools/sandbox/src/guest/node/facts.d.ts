/** What Node knows and no standard says: put in by whoever bundles these modules. */
interface NodeFacts {
  zlib: Record<string, number>;
  statusCodes: Record<string, string>;
  methods: string[];
  signals: Record<string, number>;
  errorNumbers: Record<string, number>;
  version: string;
  builtinModules: string[];
  constants: object;
}

declare const nodeFacts: NodeFacts;
