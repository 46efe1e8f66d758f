using Ascs.Hosts.Handset.Gateway;
using Ascs.Hosts.Handset.Texts;

namespace Ascs.Hosts.Handset.Control;

/// <summary>Phones that shall exist before their first message.</summary>
/// <param name="Numbers">1..1000 numbers, 5..15 digits each.</param>
internal sealed record RegisterRequest(IReadOnlyList<string> Numbers)
{
    internal IEnumerable<RuleBroken> Faults()
    {
        if (Numbers.Count is 0 or > 1000) yield return new RuleBroken("/numbers", "must hold 1 to 1000 numbers");
        for (var i = 0; i < Numbers.Count; i++)
            if (!Digits.IsSubscriber(Numbers[i])) yield return new RuleBroken($"/numbers/{i}", "must be 5 to 15 digits");
    }
}

/// <summary>The opaque ids, in the order of the numbers: <c>/phones/ID</c> is the page of a phone.</summary>
/// <param name="PhoneIds">One per number.</param>
internal sealed record RegisterAnswer(IReadOnlyList<string> PhoneIds);
