namespace Ascs.Contracts;

/// <summary>The class of each status, and what it means for trying again.</summary>
public static class ProblemClasses
{
    /// <summary>The class of a status of refusal.</summary>
    public static ProblemClass Of(int status) => status switch
    {
        401 => ProblemClass.Identity,
        403 => ProblemClass.Permission,
        408 or 409 => ProblemClass.State,
        429 => ProblemClass.Limit,
        >= 500 => ProblemClass.Platform,
        _ => ProblemClass.Request,
    };

    /// <summary>Whether the same request may succeed later.</summary>
    public static bool MayPass(this ProblemClass problemClass) => problemClass is ProblemClass.State or ProblemClass.Limit or ProblemClass.Platform;
}
