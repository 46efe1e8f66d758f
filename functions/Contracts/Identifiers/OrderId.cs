using System.Globalization;
using System.Text.Json.Serialization;

namespace Ascs.Contracts;

/// <summary>
/// One message of a dispatch on its way to the operator: `dp_…-recipient-attempt`. The recipient is the place in the dispatch, 0 to 499;
/// the attempt counts up only when the operator has proved that the earlier one was never handed over.
/// </summary>
[JsonConverter(typeof(WireTextConverter<OrderId>))]
public readonly record struct OrderId : IWireText<OrderId>
{
    private OrderId(DispatchId dispatch, int recipient, int attempt) => (Dispatch, Recipient, Attempt) = (dispatch, recipient, attempt);

    /// <inheritdoc/>
    public static string Pattern => "^dp_" + WireText.OrderedPattern + "-(0|[1-9][0-9]{0,2})-(0|[1-9][0-9]?)$";

    /// <summary>The dispatch.</summary>
    public DispatchId Dispatch { get; }

    /// <summary>0 to 499.</summary>
    public int Recipient { get; }

    /// <summary>0 to 99.</summary>
    public int Attempt { get; }

    /// <summary>The id of a recipient's attempt.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Recipient or attempt out of range.</exception>
    public static OrderId Of(DispatchId dispatch, int recipient, int attempt)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(recipient);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(recipient, 499);
        ArgumentOutOfRangeException.ThrowIfNegative(attempt);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(attempt, 99);
        return new OrderId(dispatch, recipient, attempt);
    }

    /// <inheritdoc/>
    public static bool TryParse(string? text, out OrderId value)
    {
        value = default;
        var parts = text?.Split('-');
        if (parts is not { Length: 3 } || !DispatchId.TryParse(parts[0], out var dispatch)
            || !TryNumber(parts[1], 499, out var recipient) || !TryNumber(parts[2], 99, out var attempt))
            return false;
        value = new OrderId(dispatch, recipient, attempt);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Dispatch}-{Recipient}-{Attempt}");

    private static bool TryNumber(string text, int max, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= max
        && (text.Length == 1 || text[0] != '0');
}
