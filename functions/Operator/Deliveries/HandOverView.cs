using Ascs.Operator.Links;
using Ascs.Operator.Subscribers;

namespace Ascs.Operator.Deliveries;

/// <summary>
/// What is known of the subscribers of some orders at one time, under one version of the rows. Read once and used for the whole decision: a pin that the link
/// vouches for under one version and not under the next would otherwise look as if nobody held its number.
/// </summary>
/// <param name="Now">When it was taken.</param>
/// <param name="Rows">The version of the rows in force; null before the first import.</param>
/// <param name="Pins">The authorisation of each order as its link has it, with the pin opened; none for an order whose link does not know it.</param>
/// <param name="Holders">Who holds the numbers that are not sure, by those rows.</param>
internal sealed record HandOverView(
    DateTimeOffset Now, string? Rows, IReadOnlyDictionary<OpenOrder, (LinkAuthorisation Authorisation, Pin Pin)> Pins,
    IReadOnlyDictionary<PhoneNumber, IReadOnlyList<Holding>> Holders)
{
    /// <summary>No holders: before they are read.</summary>
    public static readonly IReadOnlyDictionary<PhoneNumber, IReadOnlyList<Holding>> Nobody = new Dictionary<PhoneNumber, IReadOnlyList<Holding>>();

    /// <summary>The numbers whose holders must be read: the link does not vouch for them under these rows.</summary>
    public IReadOnlyCollection<PhoneNumber> Unsure() => [.. Pins.Values.Where(p => !IsSure(p.Authorisation)).Select(p => p.Pin.Number).Distinct()];

    /// <summary>What an order's subscriber converts to; null when the link does not know the authorisation.</summary>
    public Conversion? Convert(OpenOrder order)
    {
        if (!Pins.TryGetValue(order, out var known)) return null;
        var (authorisation, pin) = known;
        return IsSure(authorisation)
            ? new Conversion.To(pin.Number, authorisation.CheckedUntil)
            : ConvertNumber.Decide(pin.Subscriber, pin.Number, Holders.GetValueOrDefault(pin.Number) ?? [], Now);
    }

    private bool IsSure(LinkAuthorisation authorisation) =>
        Rows is not null && authorisation.CheckedRows == Rows && Now.ToUnixTimeSeconds() < authorisation.CheckedUntil;
}
