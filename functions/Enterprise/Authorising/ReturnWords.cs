using Ascs.Enterprise.Pages;

namespace Ascs.Enterprise.Authorising;

/// <summary>What a person reads who comes back from the trusted party without a subscription.</summary>
internal static class ReturnWords
{
    /// <summary>What came back was not signed to us.</summary>
    public static NoticeView Forged { get; } = new(
        new("无法确认这次返回", "This return can't be verified"),
        new("返回的内容不是公信第三方签署给我们的，没有订阅。请从头开始。", "What came back was not signed to us by the trusted third party. You are not subscribed. Please start again."));

    private static NoticeView Declined { get; } = new(
        new("好的，没有开通", "Fine, nothing was switched on"),
        new("您在公信第三方的页面上选择了不同意。没有订阅，设备标识已删除，其他服务不受影响。",
            "You said no on the trusted third party's page. You are not subscribed, the device identifier was deleted, and nothing else changes."),
        IsGood: true);

    private static NoticeView SettledBefore { get; } = new(
        new("您已经确认过了", "You have confirmed already"),
        new("这次打开的同意页面已经确认过一次，或已过期。没有重复订阅。", "This consent page was confirmed before, or has expired. You were not subscribed twice."));

    private static NoticeView TryAgain { get; } = new(
        new("还没办好，请再试一次", "Not done yet, please try again"),
        new("合作平台暂时没有回应。您的选择已保存，再试一次不会重复订阅。", "A partner platform did not answer. Your choice is saved; trying again will not subscribe you twice."));

    private static NoticeView Unproven { get; } = new(
        new("存证没有通过核验", "The receipt did not check out"),
        new("公信第三方的回执没有通过核验，因此我们不会使用这次授权，也不会联系您。请稍后再试。",
            "The trusted third party's receipt failed our check, so this consent is not used and nobody will contact you. Please try again later."));

    /// <summary>The notice of an outcome other than <see cref="ReturnOutcome.Done"/> and <see cref="ReturnOutcome.Over"/>.</summary>
    /// <param name="outcome">What became of the consent.</param>
    /// <param name="carried">The signed result, to post again where that may help.</param>
    public static NoticeView Of(ReturnOutcome outcome, string carried) => outcome switch
    {
        ReturnOutcome.Declined => Declined,
        ReturnOutcome.SettledBefore => SettledBefore,
        ReturnOutcome.Refused refused => new NoticeView(new("没有开通", "Not switched on"), RefusalWords.Of(refused.Code)),
        ReturnOutcome.TryAgain => TryAgain with { Resubmit = carried },
        ReturnOutcome.Unproven => Unproven with { Resubmit = carried },
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    /// <summary>The HTTP status it is shown with.</summary>
    public static int StatusOf(ReturnOutcome outcome) => outcome switch
    {
        ReturnOutcome.Declined => 200,
        ReturnOutcome.SettledBefore => 409,
        ReturnOutcome.Refused => 422,
        ReturnOutcome.TryAgain => 503,
        _ => 502,
    };
}
