// The state of the connection to the server.

import { setState, state } from '../state.js';
import { pauseSending } from './sender.js';

/**
 * Sets the state: connecting, live, polling or offline. Sending is paused until a list of rooms has been compared, also when
 * the live stream begins: its server may be another one than was polled last.
 */
export function setLink(link) {
  if (link !== 'polling') pauseSending();
  if (state.link !== link) setState({ link });
}
