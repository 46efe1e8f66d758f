using System.Text.Json.Serialization;
using Ascs.Contracts;

namespace Ascs.TrustedParty.Outcomes;

/// <summary>
/// Records of communication (ISC-6.2.3.2): what the leaves of one attestation round commit to, each recipient's encrypted under its authorisation's key. Container
/// Ciphertext, partition = the dispatch, id = `round-NNNNNN`. Destroying an authorisation's key deletes its line here too.
/// </summary>
/// <param name="Reports">The operators' signed reports that the outcomes came from, so that their signatures can be checked years later.</param>
/// <param name="Lines">One for each recipient told in the round.</param>
internal sealed record CommunicationRecords(
    [property: JsonPropertyName("s")] IReadOnlyList<Workflow.ReportRef> Reports, [property: JsonPropertyName("m")] IReadOnlyList<CommunicationRecord> Lines);

/// <summary>One recipient's record.</summary>
/// <param name="Recipient">Its place.</param>
/// <param name="LeafHash">Hash of its leaf: a correction refers to it.</param>
/// <param name="Sealed">12-byte nonce, then SM4-GCM over the leaf's fields under the authorisation's key, base64url.</param>
internal sealed record CommunicationRecord(
    [property: JsonPropertyName("r")] int Recipient, [property: JsonPropertyName("h")] Digest LeafHash, [property: JsonPropertyName("c")] string Sealed);
