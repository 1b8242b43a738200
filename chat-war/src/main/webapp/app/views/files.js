// Files can't be sent. One that is dropped or pasted is refused in words, and the browser does not open it in place of the
// page, nor a link that is dropped beside a field.

import { addNotice } from '../chat/notice.js';
import { t } from '../strings.js';

/** Refuses files from now on. */
export function refuseFiles() {
  addEventListener('dragover', (event) => isRefused(event) && event.preventDefault());
  addEventListener('drop', (event) => isRefused(event) && refuse(event, event.dataTransfer));
  addEventListener('paste', (event) => isOnlyFiles(event.clipboardData) && refuse(event, event.clipboardData));
}

const hasFiles = (data) => Boolean(data?.types.includes('Files'));

/** Office programs add a picture of a text to the text. */
const isOnlyFiles = (data) => hasFiles(data) && !data.types.includes('text/plain');

const isRefused = ({ target, dataTransfer }) => hasFiles(dataTransfer) || !target.closest?.('input, textarea');

function refuse(event, data) {
  event.preventDefault();
  if (hasFiles(data)) addNotice(t.noFiles);
}
