using Ascs.Contracts;

namespace Ascs.TrustedParty.Pages;

/// <summary>A page that ends a way.</summary>
/// <param name="Title">What happened.</param>
/// <param name="Text">What it means, and what to do.</param>
public sealed record NoticeView(LocalText Title, LocalText Text);
