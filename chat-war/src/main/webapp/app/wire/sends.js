// Messages that are sent over the live stream (protocol, Live stream).
//
// 1. The first answer for a key settles its send: `stored`, the entry itself where it is pushed, or `refused`. Whatever comes
//    for the key later is ignored.
// 2. A send stays open if the stream ends, gives no answer for 15 s, or refuses for a reason that is unknown here. The server
//    may have stored it. The same message is not sent over a stream again: a call under its key tells what has become of it.
// 3. A stream that gave no answer takes no more messages; the next one does. The server may be of a version that knows no sends.
// 4. A refusal is about the session of this tab: a session that was renewed has a stream of its own, and what the earlier
//    stream delivers is not received any more (live.js).

import { Problem } from './api.js';
import { statusOf } from './problems.js';

const ANSWER_TIMEOUT = 15_000;

export class Sends {
  #sendFrame;
  #takesMessages = false;
  #waiting = new Map(); // key -> {answer, settle, fail, timer} of a send that has no answer yet
  #leftOpen = new Set(); // the keys of messages that a stream has left open

  /** @param sendFrame a function that sends a frame, and returns false if that is not possible */
  constructor(sendFrame) {
    this.#sendFrame = sendFrame;
  }

  /**
   * Sends a message.
   *
   * @returns undefined if it has to be sent by a call; otherwise a promise of its {seq}, or of undefined if it stays open, which
   *     a Problem rejects
   */
  send({ room, key, body }) {
    if (this.#waiting.has(key)) return this.#waiting.get(key).answer;
    if (!this.#takesMessages || this.#leftOpen.has(key)) return undefined;
    if (!this.#sendFrame({ type: 'send', room, key, body })) return undefined;
    const send = { timer: setTimeout(() => this.#onSilence(key), ANSWER_TIMEOUT) };
    send.answer = new Promise((resolve, reject) => Object.assign(send, { settle: resolve, fail: reject }));
    this.#waiting.set(key, send);
    return send.answer;
  }

  /** The stream is up. */
  start() {
    this.#takesMessages = true;
  }

  /** The stream is down. */
  stop() {
    this.#takesMessages = false;
    [...this.#waiting.keys()].forEach((key) => this.#leaveOpen(key));
  }

  /** Receives any frame of the server. */
  receive(frame) {
    if (frame.type === 'stored' || frame.type === 'message') this.#take(frame.key)?.settle(frame);
    else if (frame.type === 'refused') this.#onRefused(frame);
  }

  #onRefused({ slug, detail, errors, retryAfter, key }) {
    const status = statusOf(slug);
    if (status === undefined) this.#leaveOpen(key);
    else this.#take(key)?.fail(new Problem({ type: slug, title: slug, status, detail, errors }, retryAfter));
  }

  #onSilence(key) {
    this.#takesMessages = false;
    this.#leaveOpen(key);
  }

  #leaveOpen(key) {
    const send = this.#take(key);
    if (!send) return;
    this.#leftOpen.add(key);
    send.settle(undefined);
  }

  #take(key) {
    const send = this.#waiting.get(key);
    this.#waiting.delete(key);
    clearTimeout(send?.timer);
    return send;
  }
}
