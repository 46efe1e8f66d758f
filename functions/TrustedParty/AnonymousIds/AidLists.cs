using Ascs.Contracts;

namespace Ascs.TrustedParty.AnonymousIds;

/// <summary>What a list of AIDs in a request must be.</summary>
internal static class AidLists
{
    private const int Most = 500;

    /// <summary>Null for version 1 and 1 to 500 AIDs, each once.</summary>
    public static Problem? Fault(int version, IReadOnlyList<Aid> aids)
    {
        if (version != 1)
            return new Problem(ProblemCodes.SchemaInvalid, new FieldError("/v", "VERSION"));
        if (aids.Count is 0 or > Most)
            return new Problem(ProblemCodes.SchemaInvalid, new FieldError("/aids", "COUNT"));
        return aids.Distinct().Count() == aids.Count ? null : new Problem(ProblemCodes.DuplicateAids);
    }
}
