namespace Ascs.Contracts;

/// <summary>How far the trusted party has them durably.</summary>
/// <param name="V">1.</param>
/// <param name="Through">Last sequence held; items at or below it are not needed again.</param>
public sealed record ReportOutcomesAnswer(int V, long Through);
