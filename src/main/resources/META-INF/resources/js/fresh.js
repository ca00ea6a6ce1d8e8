// A name that nothing else has. Browsers have their own way to it only where the connection is safe.
export const fresh = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
