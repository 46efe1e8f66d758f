using Ascs.Hosts.Handset.Gateway;
using Ascs.Hosts.Handset.Texts;

namespace Ascs.Hosts.Handset.Control;

/// <summary>Something typed on a phone.</summary>
/// <param name="Gateway">The gateway the service number belongs to.</param>
/// <param name="From">The phone's number.</param>
/// <param name="To">The service number it is sent to.</param>
/// <param name="Text">1..1000 UTF-16 units, no control characters but line feed.</param>
internal sealed record ReplyRequest(string Gateway, string From, string To, string Text)
{
    internal IEnumerable<RuleBroken> Faults(Func<string, bool> isGateway)
    {
        if (!isGateway(Gateway)) yield return new RuleBroken("/gateway", "must name a gateway of this handset");
        if (!Digits.IsSubscriber(From)) yield return new RuleBroken("/from", "must be 5 to 15 digits");
        if (!Digits.IsPort(To)) yield return new RuleBroken("/to", "must be 3 to 21 digits");
        if (!Wire.IsText(Text)) yield return new RuleBroken("/text", "must be 1 to 1000 characters, none of them control characters but line feed");
    }
}

/// <summary>Sent when the reply is durable.</summary>
/// <param name="Seq">Its place in the gateway's sequence.</param>
internal sealed record ReplyAnswer(long Seq);
