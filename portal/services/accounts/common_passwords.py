"""Passwords that are tried first: runs on the keyboard, words everybody thinks of, dates."""

_TRIED_FIRST = """
    0123456789 1234567890 0987654321 9876543210 01234567890 12345678900 12345678910 123456789000
    1234567891 1234567899 1122334455 1112223334 1234512345 1231231231 123123123123 123456123456
    1234554321 12344321123 1357924680 2468013579 1472583690 7894561230 1020304050 5201314520
    52013145201314 1314520520 13145201314 5211314521 8888866666 6666688888 1688168816
    qwertyuiop qwertyuiop1 qwertyuiop123 qwerty1234 qwerty12345 qwerty123456 qwer123456
    asdfghjkl1 asdfghjkl; asdfghjkl123 asdf123456 asdfasdfasdf zxcvbnm123 zxcvbnm,./ zxcvbnmasd
    1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4t5 1qaz2wsx3edc 1qazxsw23edc qazwsxedcr qazwsxedcrfv
    zaq12wsxcde3 qweasdzxc1 qweasdzxc123 qwe123qwe123 asd123asd123 1qaz@wsx3edc !qaz2wsx#edc
    abcdefghij abcdefghijk abcd123456 abcd12345678 abc1234567 abc123abc123 abcabcabcabc
    a123456789 aa12345678 aa123456789 a1234567890 123456789a 1234567890a 12345678aa 123456789q
    password12 password123 password1234 password12345 passw0rd12 passw0rd123 p@ssword12
    p@ssw0rd123 p@ssw0rd1234 mypassword mypassword1 passwordpassword changeme123 letmein123
    welcome123 welcome1234 iloveyou12 iloveyou123 iloveyou1314 iloveyou520 woaini1314
    woaini5201314 woaini521521 woaiwojia1 woaizhongguo zhongguo123 zhongguo2026 beijing2008
    admin12345 admin123456 admin1234567 adminadmin admin@1234 admin@12345 admin@123456
    administrator root123456 rootroot123 test123456 testtest123 user123456 guest12345 guest123456
    jianchayuan jianchayuan1 jianchayuan123 jiancha123 jiancha12345 jcy1234567 jcy123456789
    gongzuo123 computer123 windows123 superman123 tongtu1234 tongtu12345 tongtu123456
"""
COMMON = frozenset(_TRIED_FIRST.split())
