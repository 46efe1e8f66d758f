// The sample's commands. `node ascs.js` tells them.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { authoriseBody } from './consent.js'
import { checkReceipt } from './evidence.js'
import * as folders from './folder.js'
import { dispatchBody, isAid, newContentKey } from './message.js'
import { Platform } from './platform.js'
import { current } from './statements.js'

const usage = `node ascs.js request DIR ENTERPRISE NAME ADDRESS  makes keys and a certificate request; put the answer into DIR/platform.pem and DIR/ca.pem
node ascs.js offer DIR                            prints what others need to know of this platform
node ascs.js pair DIR OFFER                       pins another platform by its offer
node ascs.js session DIR                          logs in at the trusted party, refreshes, asks for a data key, logs out
node ascs.js send DIR TASK                        authorises a consent and sends a message, both as the file TASK says`

const commands = {
  request: (dir, enterpriseId, name, address) => console.log(folders.create(dir, { enterpriseId, name, address })),
  offer: dir => console.log(JSON.stringify(folders.offer(folders.open(dir)), null, 2)),
  pair: (dir, offer) => console.log(folders.pair(dir, JSON.parse(readFileSync(offer)))),
  session: dir => withPlatform(dir, session),
  send: (dir, task) => withPlatform(dir, platform => send(platform, JSON.parse(readFileSync(task)))),
}

async function withPlatform(dir, run) {
  const platform = new Platform(folders.open(dir))
  try {
    await run(platform)
  } finally {
    platform.close()
  }
}

/** Everything a session is for, without a message. */
async function session(platform) {
  const { sessions } = platform
  const trustedParty = platform.peer('TRUSTED_PARTY')
  const first = await sessions.at(trustedParty)
  console.log(`Logged in: suite ${first.suite}, access token for ${first.accessSeconds} s`)
  const second = await sessions.refresh(trustedParty)
  console.log(`Refreshed: ${second.id === first.id && second.accessToken !== first.accessToken ? 'the same session has new tokens' : 'something else'}`)
  const cipher = await sessions.renewDataKey(trustedParty)
  console.log(`Data key: ${cipher.keyId !== first.cipher.keyId ? 'a new one' : 'the same'}`)
  await sessions.logOut(trustedParty)
  const refusal = await sessions.ask(trustedParty, 'session/data-key', { v: 1 }, second).catch(fault => fault.code)
  console.log(`Logged out: ${refusal}`)
}

/** Consent, proof, message, outcome. */
async function send(platform, { policy, choices, identifiers, message }) {
  const { folder } = platform
  const trustedParty = platform.peer('TRUSTED_PARTY')
  const operators = Object.fromEntries(folder.peers.filter(peer => peer.role === 'OPERATOR').map(peer => [peer.operatorId, current(peer.keys, 'seal').publicKey]))
  const parties = { author: folder.keys['author-v1'], intake: current(trustedParty.keys, 'intake').publicKey, operators }

  const granted = await platform.call(trustedParty, 'authorisations/authorise', authoriseBody(policy, choices, identifiers, parties), randomUUID())
  if (!isAid(granted.aid)) throw new Error('What was answered is no AID.')
  const logKeys = trustedParty.keys.filter(key => key.name === 'log-sm2').map(key => key.publicKey)
  const { origin, leaves } = checkReceipt(granted.receipt, logKeys)
  console.log(`AID ${granted.aid} until ${new Date(granted.expiresAt).toISOString()}, assurance ${granted.assurance}`)
  console.log(`Receipt of ${origin} holds: ${leaves.map(leaf => `${leaf.kind} at ${leaf.index}`).join(', ')}`)

  const body = dispatchBody({ enterpriseId: folder.enterpriseId, serviceId: policy.serviceId, ...message.header }, [{ aid: granted.aid, variables: message.variables }], newContentKey(folder.enterpriseId, operators))
  const dispatch = await platform.call(trustedParty, 'dispatches/create', body, randomUUID())
  console.log(`Dispatch ${dispatch.dispatchId}: ${dispatch.allowed} allowed, ${dispatch.refused.length} refused`)

  const question = { v: 1, enterpriseId: folder.enterpriseId, dispatchId: dispatch.dispatchId }
  let state
  do {
    await new Promise(resolve => setTimeout(resolve, 200))
    state = await platform.call(trustedParty, 'dispatches/state', question)
  } while (state.phase !== 'ATTESTED')
  console.log(`Outcome ${state.recipients.map(recipient => recipient.outcome).join(', ')}`)
}

const [command, ...args] = process.argv.slice(2)
if (!Object.hasOwn(commands, command ?? '')) {
  console.error(usage)
  process.exitCode = 2
} else {
  await commands[command](...args)
}
