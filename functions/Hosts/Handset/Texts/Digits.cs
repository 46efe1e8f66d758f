namespace Ascs.Hosts.Handset.Texts;

/// <summary>Subscriber numbers and ports are plain digit strings here; these are their rules and the only form in which a number is shown.</summary>
internal static class Digits
{
    /// <summary>5 to 15 digits (E.164 without the plus sign, or a national number).</summary>
    internal static bool IsSubscriber(string? value) => value is { Length: >= 5 and <= 15 } && All(value);

    /// <summary>3 to 21 digits: what a service number of a Chinese gateway may be (CMPP Src_Id).</summary>
    internal static bool IsPort(string? value) => value is { Length: >= 3 and <= 21 } && All(value);

    /// <summary>138****1234. Short numbers show their last two digits only.</summary>
    internal static string Mask(string number) =>
        number.Length >= 10 ? $"{number[..3]}{new string('*', number.Length - 7)}{number[^4..]}" : $"{new string('*', number.Length - 2)}{number[^2..]}";

    private static bool All(string value) => value.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;
}
