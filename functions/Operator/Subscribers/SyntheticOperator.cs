namespace Ascs.Operator.Subscribers;

/// <summary>Whose synthetic subscribers are made.</summary>
/// <param name="Name">Begins every customer number.</param>
/// <param name="NetworkCodes">IMSI prefixes: 460 and two digits.</param>
/// <param name="NumberPrefixes">First three digits of its numbers.</param>
public sealed record SyntheticOperator(string Name, IReadOnlyList<string> NetworkCodes, IReadOnlyList<string> NumberPrefixes)
{
    /// <summary>An operator of the samples.</summary>
    public static SyntheticOperator A { get; } = new("opA", ["46000", "46002", "46007"], ["134", "135", "136", "137", "138", "139", "150", "151", "152", "188"]);

    /// <summary>Another one; no number and no network code of <see cref="A"/> is its.</summary>
    public static SyntheticOperator B { get; } = new("opB", ["46001", "46006"], ["130", "131", "132", "155", "156", "186"]);
}
