import { type Analysis, type Place, showable } from '@orchestra/core';

/**
 * Makes an analysis safe to store and show, because code and file names may contain anything: without emails
 * and terminal control characters, and with short texts.
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
