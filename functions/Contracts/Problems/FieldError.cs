namespace Ascs.Contracts;

/// <summary>One member that a rule refuses.</summary>
/// <param name="Pointer">RFC 6901 JSON pointer.</param>
/// <param name="Rule">UPPER_SNAKE_CASE name of the rule; never the value.</param>
public sealed record FieldError(string Pointer, string Rule);
