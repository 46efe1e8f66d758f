using System.Text.Json.Serialization;
using Ascs.Contracts;

namespace Ascs.TrustedParty.Dispatches;

/// <summary>
/// What one person got from one enterprise, in one document: container Heads, partition = the subscriber tag, id = `usage`. The tag is another at every
/// enterprise, so several AIDs of a person share the document and can't multiply a promise, and nothing here links a person across enterprises.
/// Changed only by compare-and-swap on its ETag. It is the one write at a random key that a message costs the trusted party.
/// </summary>
/// <param name="EnterpriseId">Whose.</param>
/// <param name="Authorisations">The person's authorisations met so far, oldest first; entries point into it.</param>
/// <param name="Pages">How many full pages of older entries stand beside the document (`usage-00000000` …).</param>
/// <param name="Entries">The newest messages, in the order in which they were decided. All that still count are here, never in a page.</param>
internal sealed record Usage(
    [property: JsonPropertyName("e")] EnterpriseId EnterpriseId,
    [property: JsonPropertyName("z")] IReadOnlyList<AuthorisationId> Authorisations,
    [property: JsonPropertyName("p")] int Pages,
    [property: JsonPropertyName("m")] IReadOnlyList<UsageEntry> Entries)
{
    /// <summary>Nothing yet.</summary>
    public static Usage None(EnterpriseId enterprise) => new(enterprise, [], 0, []);
}
