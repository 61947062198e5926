/** An engine cannot be had on this machine; the message says in one line why, and what a person can do. */
export class NotHere extends Error {}
