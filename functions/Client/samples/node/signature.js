// Message signatures between platforms: RFC 9421 with one label, one algorithm, one order of components, and RFC 9530 digests.
import { randomBytes } from 'node:crypto'
import { base64, base64url, hmac, same, sha256, utf8 } from './bytes.js'

// What a request's signature covers besides method and target, in this order; what the request does not have is left out.
const requestFields = ['content-type', 'content-digest', 'authorization', 'ascs-plat-id', 'ascs-timestamp', 'idempotency-key', 'ascs-author']
const answerFields = ['content-type', 'content-digest']

export const contentDigest = body => `sha-256=:${base64(sha256(body))}:`
export const newNonce = () => base64url(randomBytes(16))

/** The lines that are signed; without a newline at the end. */
export function requestBase({ method, targetUri, fields }, parameters) {
  return base([['"@method"', method], ['"@target-uri"', targetUri], ...present(requestFields, fields)], parameters)
}

/** An answer is signed together with the signature of the request that it answers. */
export function answerBase({ status, fields }, requestSignature, parameters) {
  return base([['"@status"', status], ...present(answerFields, fields), ['"signature";req;key="ascs"', requestSignature]], parameters)
}

/** `signature-input` and `signature` of a request that has all its other fields. */
export function signRequest(request, { keyId, secret }, created, nonce = newNonce()) {
  const list = ['"@method"', '"@target-uri"', ...present(requestFields, request.fields).map(([name]) => name)]
  return headers(parametersOf(list, created, nonce, keyId), parameters => requestBase(request, parameters), secret)
}

/** The same for an answer: what a platform does that is called. */
export function signAnswer(answer, requestSignature, { keyId, secret }, created, nonce = newNonce()) {
  const list = ['"@status"', ...present(answerFields, answer.fields).map(([name]) => name), '"signature";req;key="ascs"']
  return headers(parametersOf(list, created, nonce, keyId), parameters => answerBase(answer, requestSignature, parameters), secret)
}

/** Null when the answer comes from the platform asked and answers this very request; else the reason why not. */
export function faultOf(answer, body, requestSignature, { keyId, secret }) {
  if (answer.fields['content-digest'] !== contentDigest(body)) return 'the content digest is missing or of another body'
  const list = ['"@status"', ...present(answerFields, answer.fields).map(([name]) => name), '"signature";req;key="ascs"'].join(' ')
  const input = /^ascs=(\((.*)\);created=\d+;nonce="[\w-]{22}";keyid="([\w-]+)")$/.exec(answer.fields['signature-input'] ?? '')
  const value = /^ascs=:([\w+/]{43}=):$/.exec(answer.fields.signature ?? '')
  if (!input || !value) return 'it is not signed'
  if (input[2] !== list) return 'its signature covers something else'
  if (input[3] !== keyId) return `it is signed under ${input[3]}`
  const expected = hmac('sha256', secret, utf8(answerBase(answer, requestSignature, input[1])))
  return same(expected, Buffer.from(value[1], 'base64')) ? null : 'its signature is wrong'
}

/** The member `ascs` of a `signature` field. */
export const valueOf = field => field.slice('ascs='.length)

const present = (names, fields) => names.filter(name => fields[name] !== undefined).map(name => [`"${name}"`, fields[name]])
const base = (lines, parameters) => [...lines, ['"@signature-params"', parameters]].map(([name, value]) => `${name}: ${value}`).join('\n')
const parametersOf = (list, created, nonce, keyId) => `(${list.join(' ')});created=${created};nonce="${nonce}";keyid="${keyId}"`

function headers(parameters, baseOf, secret) {
  return { 'signature-input': `ascs=${parameters}`, signature: `ascs=:${base64(hmac('sha256', secret, utf8(baseOf(parameters))))}:` }
}
