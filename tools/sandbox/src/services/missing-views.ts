import { ServiceError } from './service-error.ts';
import type { ViewService } from './services.ts';

function missing(): never {
  throw new ServiceError('not-supported', 'Views of Raycast are not shown here');
}

/** The views of a host that shows none. */
export const missingViews: ViewService = {
  showView: missing,
  showToast: missing,
  tell: missing,
  confirm: missing,
  open: missing,
  selectedText: missing,
  selectedFiles: missing,
};
