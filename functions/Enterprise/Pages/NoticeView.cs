using Ascs.Contracts;

namespace Ascs.Enterprise.Pages;

/// <summary>A page that ends a way.</summary>
/// <param name="Title">What happened.</param>
/// <param name="Text">What it means.</param>
/// <param name="Resubmit">A signed result to post again to the return page; null offers no retry.</param>
/// <param name="IsGood">Shown as a quiet success rather than as a stop.</param>
public sealed record NoticeView(LocalText Title, LocalText Text, string? Resubmit = null, bool IsGood = false);
