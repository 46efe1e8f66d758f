// Dynamic data keys: 256 bits for sensitive members, both ways, for an hour, wrapped to the caller's key `exchange`.
import { lengthPrefixed, fromBase64url } from './bytes.js'
import * as sm2 from './sm2.js'

/** The key, or null unless it was wrapped for this session, under this name, with this end. */
export function unwrap({ keyId, wrapped, until }, sessionId, exchangeKey) {
  const bound = sm2.decrypt(exchangeKey, fromBase64url(wrapped))
  const key = bound?.subarray(-32)
  const end = Buffer.alloc(8)
  end.writeBigUInt64BE(BigInt(until))
  return bound?.equals(lengthPrefixed('ascs-data-key-v1', sessionId, keyId, end, key)) ? key : null
}
