namespace Ascs.Journeys.Tests.Assessment;

/// <summary>The test does, for one clause of T/CHEAA 0001.2 section 4.1, what section 5.1 says the assessor does.</summary>
/// <param name="id">As in <c>clauses.tsv</c>.</param>
/// <param name="act">What is done and what must come of it, for <c>docs/assessment.md</c>.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ClauseAttribute(string id, string act) : Attribute
{
    public string Id => id;

    public string Act => act;
}
