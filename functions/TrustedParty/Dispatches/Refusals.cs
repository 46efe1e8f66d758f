using Ascs.Contracts;

namespace Ascs.TrustedParty.Dispatches;

/// <summary>Refusals as the enterprise may see them.</summary>
internal static class Refusals
{
    /// <summary>Every reason once, in its public form.</summary>
    public static RecipientRefusal Of(Aid aid, IEnumerable<SendReason> reasons) => new(aid, [.. reasons.Select(SendReasons.ForEnterprise).Distinct()]);
}
