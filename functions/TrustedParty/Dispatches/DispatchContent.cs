using Ascs.Contracts;

namespace Ascs.TrustedParty.Dispatches;

/// <summary>What never changes of a dispatch: container Work, partition = the dispatch id, id = `content`; written in one commit with its first state.</summary>
/// <param name="Kind">Message or notice.</param>
/// <param name="EnterpriseId">Whose.</param>
/// <param name="ServiceId">Which service.</param>
/// <param name="Channel">How.</param>
/// <param name="TemplateId">The template; null for a notice.</param>
/// <param name="TemplateVersion">Its version; 0 for a notice.</param>
/// <param name="SenderId">The port.</param>
/// <param name="Language">Language of a notice.</param>
/// <param name="ContentKey">Key of the variables; null for a notice. The trusted party can't open it.</param>
/// <param name="Author">The enterprise's author signature of the request (`ascs-author`); null for a notice.</param>
/// <param name="ContentDigest">What it signed: the RFC 9530 digest of the request's body; null for a notice.</param>
/// <param name="Variables">Each recipient's variables as ciphertext, by place; none for a notice.</param>
internal sealed record DispatchContent(
    OrderKind Kind, EnterpriseId EnterpriseId, ServiceId ServiceId, Channel Channel, TemplateId? TemplateId, int TemplateVersion, SenderId SenderId,
    Language Language, WrappedContentKey? ContentKey, string? Author, string? ContentDigest, IReadOnlyList<string> Variables)
{
    /// <summary>What decisions need of it.</summary>
    public SendPlan Plan() => new(EnterpriseId, ServiceId, Channel, SenderId);
}
