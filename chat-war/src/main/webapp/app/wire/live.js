// The live stream: the one WebSocket of this tab (protocol, Live stream).
//
// 1. It delivers hints; everything it does not deliver is fetched. A lost frame is noticed at the next message of the same room, or when the
//    stream connects again: between that, unlike the console, the page does not ask.
// 2. Every close but 4401 means: reconnect, with jitter. 60 s without a frame count as a close, and so does a 4401 for a
//    session that was renewed meanwhile.
// 3. Timers may stand still while the machine sleeps, so what has been silent for longer than the server's pings is given up as
//    soon as the page is used again.
// 4. A hello for another account or session ends the connection without being processed: the cookie was another account's.
// 5. Messages are sent over it from the hello on, see sends.js. A frame that is too large for it is not sent.

import { backoff } from '../timing.js';
import { address } from './base.js';
import { Sends } from './sends.js';

const SILENCE_TIMEOUT = 60_000;
const PING_INTERVAL = 25_000; // the server's
const GRACE_PERIOD = 5_000;
const SESSION_ENDED = 4401;
const MAX_FRAME = 64 * 1024; // bytes
const FIRST_DELAY = 500;
const MAX_DELAY = 30_000;

/** Stays connected until its signal aborts. */
export class LiveStream {
  #handlers;
  #signal;
  #socket = null;
  #ready = false;
  #failures = 0;
  #retryTimer = 0;
  #silenceTimer = 0;
  #heardAt = 0;
  #sends = new Sends((frame) => this.send(frame));

  /**
   * @param handlers functions: sessionId(), the session this tab acts for; onConnecting(); onFrame(frame); onDown(); and
   *     onSessionEnded(), which returns whether to reconnect nevertheless
   */
  constructor(handlers, signal) {
    this.#handlers = handlers;
    this.#signal = signal;
    addEventListener('online', () => this.#connect(), { signal });
    addEventListener('offline', () => this.#socket && this.#drop(), { signal });
    signal.addEventListener('abort', () => this.#close());
    this.#connect();
  }

  /** Sends a frame; false if that is not possible now. */
  send(frame) {
    const text = JSON.stringify(frame);
    if (!this.#ready || new TextEncoder().encode(text).length > MAX_FRAME) return false;
    this.#socket.send(text);
    return true;
  }

  /** Sends a message of the outbox, see sends.js. */
  sendMessage(message) {
    return this.#sends.send(message);
  }

  /** Connects at once if the connection is down, or may be without having reported it. */
  wakeUp() {
    if (this.#socket && Date.now() - this.#heardAt > PING_INTERVAL + GRACE_PERIOD) this.#drop();
    this.#connect();
  }

  /** Connects anew, because the session is another one. */
  restart() {
    if (this.#socket) this.#drop();
    this.#connect();
  }

  #connect() {
    clearTimeout(this.#retryTimer);
    if (this.#signal.aborted || this.#socket || navigator.onLine === false) return;
    this.#handlers.onConnecting();
    const socket = new WebSocket(address('live').href.replace(/^http/, 'ws'));
    this.#socket = socket;
    const sessionId = this.#handlers.sessionId();
    this.#watchSilence();
    socket.onmessage = (event) => this.#socket === socket && this.#receive(event.data);
    socket.onclose = (event) => {
      const ended = event.code === SESSION_ENDED && sessionId === this.#handlers.sessionId();
      if (this.#socket === socket) this.#drop(ended);
    };
  }

  #receive(text) {
    this.#watchSilence();
    const frame = JSON.parse(text);
    if (frame.type === 'ping') return this.#socket.send('{"type":"pong"}');
    if (frame.type === 'hello') {
      if (frame.sessionId !== this.#handlers.sessionId()) return this.#drop();
      this.#ready = true;
      this.#failures = 0;
      this.#sends.start();
    }
    this.#sends.receive(frame);
    this.#handlers.onFrame(frame);
  }

  #watchSilence() {
    this.#heardAt = Date.now();
    clearTimeout(this.#silenceTimer);
    this.#silenceTimer = setTimeout(() => this.#drop(), SILENCE_TIMEOUT);
  }

  #drop(sessionEnded = false) {
    this.#close();
    this.#socket = null;
    this.#ready = false;
    if (this.#signal.aborted) return;
    if (sessionEnded && !this.#handlers.onSessionEnded()) return;
    this.#handlers.onDown();
    this.#retryTimer = setTimeout(() => this.#connect(), backoff(this.#failures++, FIRST_DELAY, MAX_DELAY));
  }

  #close() {
    clearTimeout(this.#retryTimer);
    clearTimeout(this.#silenceTimer);
    this.#socket?.close();
    this.#sends.stop();
  }
}
