namespace Ascs.Contracts;

/// <summary>A page, form target or public resource on the public listener.</summary>
/// <param name="Name">`noun/verb`.</param>
/// <param name="Method">GET, or POST for a form.</param>
/// <param name="Route">Path; holds no identifier of a person and no token.</param>
public sealed record Page(string Name, string Method, string Route);
