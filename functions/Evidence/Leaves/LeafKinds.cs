using System.Collections.Frozen;

namespace Ascs.Evidence.Leaves;

/// <summary>The names of kinds as they stand in WIRE.md 3.2, for answers and logs.</summary>
public static class LeafKinds
{
    private static readonly FrozenDictionary<LeafKind, string> Names = new Dictionary<LeafKind, string>
    {
        [LeafKind.AuthorisationGranted] = "AUTHORISATION_GRANTED",
        [LeafKind.AidBound] = "AID_BOUND",
        [LeafKind.AssuranceRaised] = "ASSURANCE_RAISED",
        [LeafKind.AuthorisationRevoked] = "AUTHORISATION_REVOKED",
        [LeafKind.AuthorisationExpired] = "AUTHORISATION_EXPIRED",
        [LeafKind.Outcome] = "OUTCOME",
        [LeafKind.KeyChanged] = "KEY_CHANGED",
        [LeafKind.Deleted] = "DELETED",
    }.ToFrozenDictionary();

    /// <summary>The name in upper snake case, for instance "AID_BOUND"; "KIND_" and the number for a kind that this version doesn't know.</summary>
    /// <param name="kind">A kind, perhaps out of a leaf.</param>
    public static string Name(this LeafKind kind) => Names.TryGetValue(kind, out var name) ? name : $"KIND_{(int)kind}";
}
