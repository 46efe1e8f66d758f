// Receipts: leaves, their inclusion proofs, the log's signed checkpoint. functions/Evidence/WIRE.md defines every byte.
import { fromBase64url, sha256, utf8 } from './bytes.js'
import * as sm2 from './sm2.js'

const kinds = { 1: 'AUTHORISATION_GRANTED', 2: 'AID_BOUND', 3: 'ASSURANCE_RAISED', 4: 'AUTHORISATION_REVOKED', 5: 'AUTHORISATION_EXPIRED', 6: 'OUTCOME', 7: 'KEY_CHANGED', 8: 'DELETED' }

/**
 * Checks a receipt against SM2 keys of the log that one trusts, and says what it proves.
 * @returns { origin, leaves: [{ index, kind, time }] }
 * @throws when it proves nothing.
 */
export function checkReceipt(receipt, logKeys) {
  const { origin, size, root } = openCheckpoint(receipt.checkpoint, logKeys)
  const leaves = receipt.leaves.map(({ index, leaf, proof }) => {
    const bytes = fromBase64url(leaf)
    const implied = rootOf(sha256(Buffer.from([0]), bytes), index, size, proof.map(fromBase64url))
    if (!implied?.equals(root)) throw new Error(`Leaf ${index} is not in the log.`)
    return { index, kind: kinds[bytes.readUInt16BE(1)], time: Number(bytes.readBigUInt64BE(3)) }
  })
  return { origin, leaves }
}

/** A C2SP checkpoint whose SM2 signature by one of the keys holds; no signature by one of them may be false. */
export function openCheckpoint(note, logKeys) {
  const split = note.lastIndexOf('\n\n')
  const [text, lines] = [note.slice(0, split + 1), note.slice(split + 2).trimEnd().split('\n')]
  const [origin, size, root] = text.split('\n')
  const known = logKeys.map(key => ({ key, id: sha256(utf8(`${origin}\n`), Buffer.from([0xff]), utf8('ascs-sm2'), key).subarray(0, 4) }))
  const verdicts = lines.flatMap(line => {
    const [, name, value] = /^\u2014 (\S+) (\S+)$/.exec(line) ?? []
    const signature = Buffer.from(value ?? '', 'base64')
    return known.filter(({ id }) => name === origin && id.equals(signature.subarray(0, 4))).map(({ key }) => sm2.verify(key, utf8(text), signature.subarray(4)))
  })
  if (verdicts.length === 0 || verdicts.includes(false)) throw new Error('The checkpoint is not signed by the log.')
  return { origin, size: Number(size), root: Buffer.from(root, 'base64') }
}

// RFC 9162 2.1.3.2; null when the proof's length does not fit.
function rootOf(leafHash, index, size, proof) {
  if (index >= size) return null
  let [fn, sn, r] = [index, size - 1, leafHash]
  for (const p of proof) {
    if (sn === 0) return null
    if (fn % 2 === 1 || fn === sn) {
      r = sha256(Buffer.from([1]), p, r)
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)]
    } else r = sha256(Buffer.from([1]), r, p)
    ;[fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)]
  }
  return sn === 0 ? r : null
}
