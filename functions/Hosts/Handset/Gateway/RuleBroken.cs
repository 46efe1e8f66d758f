namespace Ascs.Hosts.Handset.Gateway;

/// <summary>A rule the request breaks.</summary>
/// <param name="Pointer">JSON pointer (RFC 6901) to the member.</param>
/// <param name="Rule">The rule, in English; never the value.</param>
internal sealed record RuleBroken(string Pointer, string Rule);
