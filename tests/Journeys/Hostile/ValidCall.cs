using System.Globalization;
using System.Text;
using Ascs.Contracts;
using Ascs.Journeys.Tests.Systems;

namespace Ascs.Journeys.Tests.Hostile;

/// <summary>A call that the real signed caller made and the tap kept: what every hostile request begins with.</summary>
/// <param name="Party">Who answered it.</param>
/// <param name="Caller">Who made it.</param>
/// <param name="Method">Its method.</param>
/// <param name="Target">Path and query.</param>
/// <param name="Fields">Its header fields, but those that only say how it was framed.</param>
/// <param name="Body">Its body.</param>
internal sealed record ValidCall(string Party, PlatId Caller, string Method, string Target, IReadOnlyList<KeyValuePair<string, string>> Fields, byte[] Body)
{
    private static readonly string[] Framing = ["host", "content-length", "transfer-encoding", "connection"];

    /// <summary>The newest of each endpoint that was carried out.</summary>
    public static IReadOnlyList<ValidCall> Of(IEnumerable<TappedMessage> messages) =>
    [
        .. messages.Where(message => message.Path.StartsWith("/v1/", StringComparison.Ordinal) && Encoding.UTF8.GetString(message.Answer, 0, 4) is "200\n" or "202\n")
            .Select(Read).OfType<ValidCall>().GroupBy(call => (call.Party, call.Target)).Select(calls => calls.Last()),
    ];

    public string? Field(string name) => Fields.Where(field => Is(field, name)).Select(field => field.Value).FirstOrDefault();

    /// <summary>With one field changed, or left out.</summary>
    public ValidCall With(string name, string? value) =>
        this with { Fields = [.. Fields.Where(field => !Is(field, name)), .. value is null ? [] : new[] { KeyValuePair.Create(name, value) }] };

    /// <summary>With one field more, also one that is there already.</summary>
    public ValidCall Plus(string name, string value) => this with { Fields = [.. Fields, KeyValuePair.Create(name, value)] };

    /// <summary>As HTTP/1.1 writes it; one byte a character, so that a field may hold any.</summary>
    public byte[] ToBytes(string host)
    {
        var head = new StringBuilder($"{Method} {Target} HTTP/1.1\r\nHost: {host}\r\n");
        foreach (var (name, value) in Fields) head.Append(name).Append(": ").Append(value).Append("\r\n");
        head.Append(CultureInfo.InvariantCulture, $"Content-Length: {Body.Length}\r\n\r\n");
        return [.. Encoding.Latin1.GetBytes(head.ToString()), .. Body];
    }

    private static bool Is(KeyValuePair<string, string> field, string name) => field.Key.Equals(name, StringComparison.OrdinalIgnoreCase);

    // Null for what browsers and other people's tools asked.
    private static ValidCall? Read(TappedMessage message)
    {
        var lines = Encoding.UTF8.GetString(message.Request, 0, message.Request.Length - message.RequestBody.Length).Split('\n');
        var first = lines[0].Split(' ');
        var fields = lines.Skip(1).Where(line => line.Contains(": ", StringComparison.Ordinal)).Select(line => line.Split(": ", 2))
            .Select(parts => KeyValuePair.Create(parts[0], parts[1])).Where(field => !Framing.Contains(field.Key.ToLowerInvariant()) && field.Key[0] != ':').ToList();
        var caller = fields.FirstOrDefault(field => Is(field, "ascs-plat-id")).Value;
        return PlatId.TryParse(caller, out var id) ? new ValidCall(message.Party, id, first[0], first[1], fields, message.RequestBody) : null;
    }
}
