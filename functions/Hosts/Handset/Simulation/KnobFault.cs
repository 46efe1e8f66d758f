namespace Ascs.Hosts.Handset.Simulation;

/// <summary>A knob out of range.</summary>
/// <param name="Name">The knob in its JSON spelling.</param>
/// <param name="Rule">The rule it breaks, in English.</param>
/// <param name="ChineseRule">The same for the page.</param>
public sealed record KnobFault(string Name, string Rule, string ChineseRule);
