// The state of the connection to the server.

import { setState, state } from '../state.js';
import { pauseSending } from './sender.js';

/** Sets the state: connecting, live, polling or offline. */
export function setLink(link) {
  if (link === 'connecting' || link === 'offline') pauseSending();
  if (state.link !== link) setState({ link });
}
