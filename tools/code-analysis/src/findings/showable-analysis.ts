import { type Analysis, type Place, showable } from '@orchestra/core';

/**
 * An analysis as it may be stored and shown: what stands in code, and the names of its files, may be
 * anything. No email is left, nothing that steers a terminal, and no text is long.
 */
export function showableAnalysis({ permissions, unresolved, unsupported }: Analysis): Analysis {
  return {
    format: 1,
    permissions: permissions.map(({ permission, count, uses }) => ({
      permission,
      count,
      uses: uses.map(({ call, place }) => ({ call: showable(call), place: showablePlace(place) })),
    })),
    unresolved: unresolved.map(({ reason, what, permissions: may, place }) => ({
      reason,
      what: showable(what),
      permissions: may,
      place: showablePlace(place),
    })),
    unsupported: unsupported.map(({ feature, call, place }) => ({
      feature: showable(feature),
      call: showable(call),
      place: showablePlace(place),
    })),
  };
}

function showablePlace({ source, ...place }: Place): Place {
  return {
    ...showablePosition(place),
    ...(source === undefined ? {} : { source: showablePosition(source) }),
  };
}

function showablePosition({ file, line, column }: Omit<Place, 'source'>): Omit<Place, 'source'> {
  return { file: showable(file), line, column };
}
