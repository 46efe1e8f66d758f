namespace Ascs.Contracts;

/// <summary>One part of the consent text.</summary>
/// <param name="Title">Heading.</param>
/// <param name="Body">One paragraph.</param>
public sealed record ConsentSection(string Title, string Body);
