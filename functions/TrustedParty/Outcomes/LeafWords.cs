using System.Globalization;
using Ascs.Contracts;
using Ascs.Evidence.Leaves;
using Ascs.TrustedParty.Evidence;

namespace Ascs.TrustedParty.Outcomes;

/// <summary>Outcomes and reasons as the words of a leaf: UPPER_SNAKE_CASE, several reasons with commas between.</summary>
internal static class LeafWords
{
    /// <summary>The word of an outcome.</summary>
    public static string Of(SendOutcome outcome) => Word(outcome);

    /// <summary>The words of reasons; null for none.</summary>
    public static string? Of(IReadOnlyList<SendReason>? reasons) => reasons is null ? null : string.Join(',', reasons.Select(Word));

    /// <summary>Outcome, first reason and time out of a leaf's fields.</summary>
    public static (SendOutcome Outcome, SendReason? Reason, UnixTime At) Read(IReadOnlyList<FieldValue> fields)
    {
        var texts = fields.ToDictionary(f => f.Field, f => f.Text);
        var reason = texts.GetValueOrDefault(LeafField.Reason, "").Split(',')[0];
        UnixTime.TryFrom(long.Parse(texts[LeafField.DecidedAt], CultureInfo.InvariantCulture), out var at);
        return (Value<SendOutcome>(texts[LeafField.State]), reason.Length == 0 ? null : Value<SendReason>(reason), at);
    }

    private static string Word<T>(T value)
        where T : struct, Enum => Words<T>.All[value];

    private static T Value<T>(string word)
        where T : struct, Enum => Words<T>.All.First(w => w.Value == word).Key;

    private static class Words<T>
        where T : struct, Enum
    {
        public static IReadOnlyDictionary<T, string> All { get; } =
            Enum.GetValues<T>().ToDictionary(v => v, WireName.Of);
    }
}
