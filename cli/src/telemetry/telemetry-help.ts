/** Describes what is sent by default; shown by `orchestra ext --help` and `install --help`. */
export const telemetryHelp = `
After an install, update or uninstall, the registry that the extension came from is told its name and
version, with your token where you are signed in. Without one, it only counts: a machine once a day, in
CI apart, and your address is not kept. DO_NOT_TRACK=1 or ORCHESTRA_TELEMETRY=0 sends nothing.`;
