using System.Buffers.Text;
using Ascs.Contracts;
using Ascs.Gm;

namespace Ascs.Operator.Templates;

/// <summary>The text of an order, in clear only here and at the enterprise.</summary>
internal sealed class MessageText(ContentKeys keys, ApprovedTexts texts, OperatorOptions options)
{
    /// <summary>The text, or null: CONTENT_REFUSED.</summary>
    public string? Of(DeliveryContext context, DeliveryOrder order)
    {
        if (context.Channel != Channel.Sms) return null;
        if (context.Kind == OrderKind.Notice)
            return texts.Policy(context.EnterpriseId, context.ServiceId) is { } policy ? NoticeText.Of(options, policy, context.Language) : null;
        if (texts.Template(context) is not { } template || Variables(context, order) is not { } variables) return null;
        return RenderMessage.Render(template, variables.Values, options.ForbiddenWords, options.MaxSegments);
    }

    /// <summary>The port it comes from.</summary>
    public SenderId Port(DeliveryContext context) => context.Kind == OrderKind.Notice ? options.NoticePort : context.SenderId;

    private MessageVariables? Variables(DeliveryContext context, DeliveryOrder order)
    {
        if (context is not { WrappedContentKey: { } wrap, ContentKeyId: { } keyId, TemplateId: { } template } ||
            keys.Open(wrap, context.EnterpriseId, keyId) is not { } key) return null;
        var bytes = Base64Url.DecodeFromChars(order.Variables);
        if (bytes.Length < Sm4Gcm.NonceLength) return null;
        var binding = ContentBinding.For(context.EnterpriseId, template, context.TemplateVersion, keyId);
        return Sm4Gcm.TryDecrypt(key, bytes.AsSpan(0, Sm4Gcm.NonceLength), bytes.AsSpan(Sm4Gcm.NonceLength), binding, out var json) ? StrictJson.Read<MessageVariables>(json) : null;
    }
}
