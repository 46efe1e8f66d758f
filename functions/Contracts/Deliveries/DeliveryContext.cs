namespace Ascs.Contracts;

/// <summary>What the orders of one dispatch share.</summary>
/// <param name="DispatchId">The dispatch.</param>
/// <param name="Kind">Message or notice.</param>
/// <param name="EnterpriseId">Whose.</param>
/// <param name="ServiceId">Which service.</param>
/// <param name="Channel">How.</param>
/// <param name="TemplateId">The template; null for a notice, whose words are the operator's.</param>
/// <param name="TemplateVersion">Its version; 0 for a notice.</param>
/// <param name="SenderId">The port.</param>
/// <param name="ContentKeyId">Key of the variables; null for a notice.</param>
/// <param name="WrappedContentKey">That key under this operator's seal key, base64url; null for a notice.</param>
/// <param name="Language">Language of a notice.</param>
public sealed record DeliveryContext(
    DispatchId DispatchId, OrderKind Kind, EnterpriseId EnterpriseId, ServiceId ServiceId, Channel Channel, TemplateId? TemplateId,
    [Range(0, int.MaxValue)] int TemplateVersion, SenderId SenderId, [Bytes(16)] string? ContentKeyId, [Bytes(113, 512)] string? WrappedContentKey,
    Language Language);
