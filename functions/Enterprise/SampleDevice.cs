using Ascs.Contracts;

namespace Ascs.Enterprise;

/// <summary>A device of the sample app, which stands for the enterprise's own app.</summary>
/// <param name="Label">What people call it.</param>
/// <param name="Type">Kind of identifier the app can read.</param>
/// <param name="Value">The identifier.</param>
public sealed record SampleDevice(LocalText Label, IdentifierType Type, string Value);
