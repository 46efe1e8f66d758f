using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Ascs.Fleet;

namespace Ascs.Journeys.Tests.Hostile;

/// <summary>Bodies that are signed and digested well, and are not what the endpoint takes.</summary>
internal static class BodyMutations
{
    private static readonly string[] Odd =
    [
        "\\u202e", "\\u200b", "\\ufeff", "\\u0000", "\\u001b", "\\ud800", "\\udc00\\ud800", "\\u2028", "\u2066", "\u00ad", "\\uFFFE", "\u061c", "\\u0085", "\\x41", "\\u00zz", "\t", "\r\n",
    ];

    private static readonly string[] Numbers =
        ["1e400", "-1e400", "1E+2", "0x1", "01", "-0", "1.0", "99999999999999999999999999999999999999", "9223372036854775808", "-9223372036854775809", "NaN", "Infinity", ".5", "1e-324", "+1"];

    private static readonly string[] Wholes = ["", " ", "null", "true", "[]", "\"\"", "1", "{", "}", "{}", "[{}]", "{\"v\":1}", "{\"v\":1,}", "{'v':1}", "{v:1}", "{\"v\":1}{\"v\":1}", "{\"v\":1}/*x*/", "//\n{\"v\":1}"];

    public static IReadOnlyList<(string Kind, Func<byte[], Dice, byte[]> Change)> All { get; } =
    [
        ("flipped bits", Flip),
        ("cut off", (body, dice) => body[..dice.Between(0, body.Length - 1)]),
        ("something else", (_, dice) => Text(Pick(Wholes, dice))),
        ("rubbish behind", (body, dice) => [.. body, .. Text(Pick(Wholes, dice)), (byte)'x']),
        ("a byte order mark", (body, _) => [0xEF, 0xBB, 0xBF, .. body]),
        ("UTF-16", (body, _) => Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(body))),
        ("no UTF-8", (body, dice) => Replaced(body, "\"v\"", $"\"v\u00ff{(char)dice.Between(128, 255)}\"", Encoding.Latin1)),
        ("an odd character", (body, dice) => Insert(body, $"\"x\":\"{Pick(Odd, dice)}\"")),
        ("an odd name", (body, dice) => Insert(body, $"\"{Pick(Odd, dice)}\":1")),
        ("a member too many", (body, dice) => Insert(body, $"\"x{dice.Between(0, 999)}\":{Pick(["1", "null", "{}", "[]"], dice)}")),
        ("a member twice", Twice),
        ("a prototype", (body, _) => Insert(body, "\"__proto__\":{\"v\":1},\"constructor\":{\"prototype\":{}},\"$type\":\"System.Object\"")),
        ("a strange number", (body, dice) => Replaced(body, "\"v\":1", $"\"v\":{Pick(Numbers, dice)}", Encoding.UTF8)),
        ("another version", (body, dice) => Replaced(body, "\"v\":1", $"\"v\":{dice.Between(2, 9999)}", Encoding.UTF8)),
        ("nested deeply", (body, dice) => Nest(body, dice.Between(13, 20_000))),
        ("a member of another type", Retyped),
        ("a member missing", Without),
        ("a list too long", (body, dice) => Insert(body, $"\"x\":[{string.Join(',', Enumerable.Repeat("1", dice.Between(501, 5000)))}]")),
        ("too large", (body, _) => [.. body, .. Enumerable.Repeat((byte)' ', 1_100_000)]),
    ];

    public static string Pick(string[] from, Dice dice) => from[dice.Between(0, from.Length - 1)];

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Flip(byte[] body, Dice dice)
    {
        var flipped = body.ToArray();
        for (var i = dice.Between(1, 5); i > 0 && flipped.Length > 0; i--) flipped[dice.Between(0, flipped.Length - 1)] ^= (byte)(1 << dice.Between(0, 7));
        return flipped;
    }

    private static byte[] Insert(byte[] body, string member) => [.. Text("{" + member + ","), .. body.AsSpan(1)];

    private static byte[] Replaced(byte[] body, string old, string by, Encoding encoding) =>
        encoding.GetBytes(encoding.GetString(body).Replace(old, by, StringComparison.Ordinal));

    private static byte[] Nest(byte[] body, int depth) =>
        Insert(body, string.Create(CultureInfo.InvariantCulture, $"\"x\":{new string('[', depth)}{new string(']', depth)}"));

    private static byte[] Twice(byte[] body, Dice dice)
    {
        var member = Member(body, dice);
        return Insert(body, $"\"{member.Key}\":{member.Value?.ToJsonString() ?? "null"}");
    }

    private static byte[] Retyped(byte[] body, Dice dice)
    {
        var root = JsonNode.Parse(body)!.AsObject();
        root[Member(body, dice).Key] = new JsonObject { ["x"] = new JsonArray() };
        return Text(root.ToJsonString());
    }

    private static byte[] Without(byte[] body, Dice dice)
    {
        var root = JsonNode.Parse(body)!.AsObject();
        root.Remove(dice.Between(0, 1) == 0 ? "v" : Member(body, dice).Key);
        return Text(root.ToJsonString());
    }

    private static KeyValuePair<string, JsonNode?> Member(byte[] body, Dice dice)
    {
        var root = JsonNode.Parse(body)!.AsObject();
        return root.ElementAt(dice.Between(0, root.Count - 1));
    }
}
