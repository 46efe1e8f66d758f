using System.Text.Json;
using System.Text.Unicode;
using Ascs.Contracts;

namespace Ascs.Trust.Gate;

/// <summary>One pass over a body before it is read into its type: finds what no type refuses, and the few members that the gate itself needs.</summary>
internal sealed class BodyScan
{
    private readonly BodyPath path = new();

    private BodyScan() { }

    /// <summary>The first fault, or null.</summary>
    public FieldError? Fault { get; private set; }

    /// <summary>Member <c>enterpriseId</c> of the root.</summary>
    public string? EnterpriseId { get; private set; }

    /// <summary>Member <c>notBefore</c> of the root: the act is for later.</summary>
    public UnixTime? NotBefore { get; private set; }

    /// <param name="body">The whole body.</param>
    /// <param name="maxItems">Longest list allowed.</param>
    public static BodyScan Of(ReadOnlySpan<byte> body, int maxItems)
    {
        var scan = new BodyScan();
        // CHEAA-4.1.3.3 c: one encoding, checked before anything looks at characters.
        if (!Utf8.IsValid(body)) scan.Fail("ENCODING");
        else scan.Walk(body, maxItems);
        return scan;
    }

    private void Walk(ReadOnlySpan<byte> body, int maxItems)
    {
        try
        {
            var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = WireOptions.MaxDepth });
            while (Fault is null && reader.Read()) Visit(ref reader, maxItems);
        }
        catch (JsonException)
        {
            Fail("JSON"); // not JSON, or too deep
        }
        catch (InvalidOperationException)
        {
            Fail("CHARACTER"); // half of a surrogate pair, escaped
        }
    }

    private void Visit(ref Utf8JsonReader reader, int maxItems)
    {
        if (path.Move(ref reader) > maxItems) Fail("ITEMS");
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
        {
            Note(ref reader);
            return;
        }

        if (!PlainText.Holds(ref reader)) Fail("CHARACTER");
        else if (reader.TokenType == JsonTokenType.String) Note(ref reader);
    }

    private void Note(ref Utf8JsonReader reader)
    {
        if (path.RootMember is not { } member) return;
        if (member == "enterpriseId" && reader.TokenType == JsonTokenType.String) EnterpriseId = reader.GetString();
        if (member == "notBefore" && reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number) && UnixTime.TryFrom(number, out var time))
            NotBefore = time;
    }

    private void Fail(string rule) => Fault ??= new FieldError(path.ToString(), rule);
}
