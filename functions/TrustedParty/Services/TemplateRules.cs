using System.Text.RegularExpressions;
using Ascs.Contracts;

namespace Ascs.TrustedParty.Services;

/// <summary>The rules of one template.</summary>
internal static partial class TemplateRules
{
    private const string OptOut = "拒收请回复R";
    private const int LongestBody = 500;
    private const int LongestSignature = 16;
    private const int LongestVariable = 200;

    public static IEnumerable<string> Check(MessageTemplate template)
    {
        if (template.V != 1 || template.Version < 1)
            yield return "v must be 1 and version 1 or more.";
        if (template.Signature.Length is 0 or > LongestSignature || template.Signature.AsSpan().ContainsAny('【', '】') || template.Signature.Any(TextRules.IsHidden))
            yield return $"signature: 1 to {LongestSignature} characters without brackets.";
        if (template.Body.Length is 0 or > LongestBody || template.Body.Any(TextRules.IsHidden))
            yield return $"body: 1 to {LongestBody} characters that can be seen.";
        if (template.Body.AsSpan().ContainsAny('【', '】'))
            yield return "body: the signature is put before it, brackets are for it alone.";
        if (template.Variables.Values.Any(length => length is < 1 or > LongestVariable))
            yield return $"variables: 1 to {LongestVariable} characters each.";
        foreach (var fault in Places(template))
            yield return fault;
        // A promotional message names its way out in its own words; it can't be glued on later without changing what was approved.
        if (template is { Promotional: true, Channel: Channel.Sms } && !template.Body.Contains(OptOut, StringComparison.Ordinal))
            yield return $"body: a promotional message says {OptOut}.";
    }

    private static IEnumerable<string> Places(MessageTemplate template)
    {
        var places = Place().Matches(template.Body).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        if (Place().Replace(template.Body, string.Empty).AsSpan().ContainsAny('{', '}'))
            yield return "body: a brace that is no {variable}.";
        foreach (var name in places.Where(name => !template.Variables.ContainsKey(name)))
            yield return $"body: {{{name}}} is not among the variables.";
        foreach (var name in template.Variables.Keys.Where(name => !places.Contains(name)))
            yield return $"variables: {name} has no place in the body.";
    }

    [GeneratedRegex(@"\{([a-z][a-zA-Z0-9]{0,31})\}")]
    private static partial Regex Place();
}
