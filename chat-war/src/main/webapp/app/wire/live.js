// The live stream: one WebSocket of this tab (protocol, Live stream).
//
// 1. It brings hints; what it does not bring is fetched. So every frame may be lost without loss of a message.
// 2. Every close but 4401 means: connect again, with jitter. 60 s without a frame count as a close, and so does a 4401 for a
//    session that was renewed meanwhile.
// 3. A hello for another account or session ends the connection unheard: the cookie was somebody else's.

import { state } from '../state.js';

const LONGEST_SILENCE = 60_000;
const ENDED = 4401;
const FIRST_DELAY = 500;
const LONGEST_DELAY = 30_000;

/**
 * Keeps a connection until the signal aborts.
 *
 * @param on functions: connecting(), frame(frame), down(), and ended(), which says whether to connect again nevertheless
 * @returns {send(frame): boolean}, false if it can't be sent now
 */
export function keepLive(on, signal) {
  let socket = null;
  let ready = false;
  let failures = 0;
  let retry = 0;
  let silence = 0;

  function connect() {
    clearTimeout(retry);
    if (signal.aborted || socket || navigator.onLine === false) return;
    on.connecting();
    const opened = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/live`);
    socket = opened;
    const { sessionId } = state.me;
    watch();
    opened.onmessage = (event) => socket === opened && receive(event.data);
    opened.onclose = (event) => socket === opened && drop(event.code === ENDED && sessionId === state.me.sessionId);
  }

  function receive(text) {
    watch();
    const frame = JSON.parse(text);
    if (frame.type === 'ping') {
      socket.send('{"type":"pong"}');
    } else if (frame.type === 'hello' && frame.sessionId !== state.me.sessionId) {
      drop(false);
    } else {
      if (frame.type === 'hello') {
        ready = true;
        failures = 0;
      }
      on.frame(frame);
    }
  }

  function watch() {
    clearTimeout(silence);
    silence = setTimeout(() => drop(false), LONGEST_SILENCE);
  }

  function drop(ended) {
    clearTimeout(silence);
    socket?.close();
    socket = null;
    ready = false;
    if (signal.aborted) return;
    if (ended && !on.ended()) return;
    on.down();
    const delay = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** failures++);
    retry = setTimeout(connect, delay * (0.5 + Math.random() / 2));
  }

  addEventListener('online', connect, { signal });
  addEventListener('offline', () => socket && drop(false), { signal });
  signal.addEventListener('abort', () => {
    clearTimeout(retry);
    clearTimeout(silence);
    socket?.close();
  });
  connect();

  return {
    send(frame) {
      if (!ready) return false;
      socket.send(JSON.stringify(frame));
      return true;
    },
  };
}
