using System.Globalization;
using System.Text.RegularExpressions;

namespace Ascs.Trust.Signing;

/// <summary>Component values, RFC 9421 2.1 and 2.2. Null: the message has no such component.</summary>
internal static partial class ComponentValue
{
    public static string? Of(Component component, RequestMessage request) =>
        component.IsDerived ? Derived(component.Name, request) : Field(component, request.Fields);

    public static string? Of(Component component, AnswerMessage answer) => component switch
    {
        { FromRequest: true } => Of(component, answer.Request),
        { Name: "@status" } => answer.Status.ToString(CultureInfo.InvariantCulture), // RFC 9421 2.2.9
        { IsDerived: true } => null,
        _ => Field(component, answer.Fields),
    };

    private static string? Derived(string name, RequestMessage request) => name switch
    {
        "@method" => request.Method, // RFC 9421 2.2.1
        "@target-uri" => request.TargetUri, // RFC 9421 2.2.2
        "@authority" => Uri(request).Host + Port(Uri(request)), // RFC 9421 2.2.3
        "@path" => Uri(request).AbsolutePath, // RFC 9421 2.2.6
        "@query" => Uri(request).Query is { Length: > 0 } query ? query : "?", // RFC 9421 2.2.7
        _ => null,
    };

    private static Uri Uri(RequestMessage request) => new(request.TargetUri, UriKind.Absolute);

    private static string Port(Uri uri) => uri.IsDefaultPort ? "" : string.Create(CultureInfo.InvariantCulture, $":{uri.Port}");

    private static string? Field(Component component, FieldLookup fields)
    {
        var lines = fields(component.Name);
        if (lines.Count == 0) return null;
        // RFC 9421 2.1: trim each line, unfold, join with ", ".
        var value = string.Join(", ", lines.Select(line => ObsoleteFold().Replace((line ?? "").Trim(' ', '\t'), " ")));
        return component.Key is { } key ? ByteSequenceMember(value, key) : value;
    }

    // RFC 9421 2.1.2, for the only dictionaries we cover by key: those of byte sequences, whose text never holds a comma.
    private static string? ByteSequenceMember(string dictionary, string key) =>
        dictionary.Split(',', StringSplitOptions.TrimEntries)
            .Where(member => member.StartsWith(key + "=:", StringComparison.Ordinal) && member.EndsWith(':'))
            .Select(member => member[(key.Length + 1)..]).LastOrDefault();

    [GeneratedRegex(@"[ \t]*\r?\n[ \t]+")]
    private static partial Regex ObsoleteFold();
}
