/** Passwords of eight and more characters that people choose most, in lower case. */
const WORDS = `
password passwort passw0rd p@ssw0rd p@ssword pa$$word passpass password1 password12 password123 password1234 mypassword newpassword
yourpassword thepassword superpassword secretpassword adminpassword userpassword rootpassword defaultpassword temppassword testpassword
changeme changeit changethis changemenow letmein1 letmein12 letmein123 letmeinnow openopen opensesame sesameopen welcome1 welcome12
welcome123 welcome2 welcomeback willkommen willkommen1 bienvenue bienvenido bemvindo benvenuto administrator administrador administrateur
superuser superadmin sysadmin sysadmin1 rootroot toortoor admin123 admin1234 admin12345 admin123456 adminadmin adminroot testtest test1234
test12345 testuser testing1 testing123 guest123 guestguest user1234 username userpass demo1234 demodemo default1 temporary temp1234
secret12 secret123 secretsecret topsecret geheim123 geheimnis kennwort kennwort1 schatzi1 hallo123 hallohallo hallo1234 hello123 hello1234
hellohello helloworld goodmorning goodnight iloveyou iloveyou1 iloveyou2 iloveyou123 iloveme1 ilovegod ilovejesus iloveyouso ichliebedich
jetaime1 tequiero teamomucho loveyou1 lovelove loveme123 lovers123 loverboy lovergirl sweetheart sweetie1 darling1 honey123 honeybee
babygirl babygirl1 babyboy1 babylove princess princess1 princesa principessa prinzessin sunshine sunshine1 sonnenschein soleil123
moonlight starlight moonshine rainbow1 rainbows butterfly butterfly1 schmetterling dragonfly dragon123 dragon12 dragonball dragons1
monkey123 monkey12 monkeys1 shadow123 shadow12 shadows1 master123 master12 masterkey masters1 football football1 football12 baseball
baseball1 basketball basketball1 softball volleyball hockey123 soccer12 soccer123 swimming swimmer1 skateboard snowboard snowball handball
fussball fussball1 bundesliga championsleague champion champions superman superman1 spiderman spiderman1 batman123 batman12 wolverine
ironman1 captainamerica starwars starwars1 startrek startrek1 harrypotter gandalf1 pokemon1 pokemon123 pikachu1 naruto123 minecraft
minecraft1 fortnite roblox123 nintendo playstation playstation1 xbox360xbox gameover gamer123 computer computer1 computer123 internet
internet1 laptop123 keyboard software hardware developer programmer hackerman hacker123 windows1 windows10 macintosh linux123 ubuntu123
database server123 network1 samsung1 samsung123 google123 facebook facebook1 youtube1 twitter1 instagram linkedin1 microsoft apple123
android1 iphone123 whatever whatever1 nothing1 something something1 anything everything nobody123 somebody trustno1 trustnoone trustnobody
blink182 metallica metallica1 slipknot slipknot1 nirvana1 linkinpark greenday rockstar rocknroll rockyou1 blackmetal deathmetal ironmaiden
eminem123 beatles1 elvis123 michael1 michael123 michelle michelle1 jennifer jennifer1 jessica1 jessica123 christian christian1 christina
christine christopher alexander alexander1 alexandra alexandra1 elizabeth elizabeth1 katherine charlotte nicholas nicholas1 benjamin
benjamin1 jonathan jonathan1 matthew1 andrew123 anthony1 daniel123 david123 joshua123 thomas123 robert123 william1 richard1 charles1
charlie1 charlie123 patrick1 patricia veronica victoria victoria1 samantha samantha1 stephanie stephen1 natalie1 nathalie isabella
isabelle gabriel1 gabriela gabriella valentina fernando francisco alejandro alejandra sebastian sebastian1 maximilian maximilian1 johannes
dominik1 katharina annemarie franziska jacqueline caroline carolina marie123 maria123 sophie123 hannah123 ashley123 amanda123 andrea123
angela123 barbara1 vanessa1 vincent1 zachary1 brandon1 jasmine1 kimberly danielle danielle1 brittany rebecca1 rachel123 cristina giovanni
giuseppe mohammed muhammad abdullah ibrahim1 superstar superstar1 supernova superman12 playboy1 playgirl badboy123 bad_girl cowboys1
cowgirl1 redskins yankees1 lakers24 chicago1 newyork1 newyorker brooklyn london123 liverpool liverpool1 chelsea1 chelseafc arsenal1
manchester manchesterunited barcelona barcelona1 realmadrid juventus bayernmunich borussia dortmund schalke04 germany1 deutschland
deutschland1 oesterreich schweiz1 england1 scotland ireland1 france123 paris123 espana123 portugal brasil123 mexico123 america1 american1
americana canada123 california florida1 australia holland1 nederland istanbul galatasaray fenerbahce besiktas summer12 summer123
summer2020 summer2021 summer2022 summer2023 summer2024 summer2025 summer2026 winter12 winter123 winter2020 winter2021 winter2022
winter2023 winter2024 winter2025 winter2026 spring123 spring2024 spring2025 spring2026 autumn123 autumn2024 autumn2025 autumn2026
sommer123 sommer2024 sommer2025 sommer2026 winterzeit january1 february february1 september september1 october1 november november1
december december1 dezember1 monday123 friday123 saturday sunday123 birthday birthday1 christmas christmas1 weihnachten halloween
valentine company1 company123 business business1 office123 office365 manager1 manager123 employee employee1 customer customer1 supplier
accounting finance1 finance123 invoice1 payment1 marketing sales123 warehouse inventory enterprise corporate innoerp1 innoerp123 odoo1234
erpadmin erp12345 sapadmin oracle123 mysql123 postgres postgres1 postgresql mongodb1 redis123 access14 access123 mustang1 mustang123
corvette corvette1 mercedes mercedes1 mercedesbenz porsche911 ferrari1 lamborghini volkswagen chevrolet toyota123 harley123 harleydavidson
motorcycle motorbike freedom1 freedom123 liberty1 warrior1 warriors phoenix1 phoenix123 thunder1 thunderbird lightning hurricane tornado1
blizzard diamond1 diamonds platinum goldfish goldengate silver123 crystal1 emerald1 sapphire chocolate chocolate1 cookie123 cookies1
cupcake1 strawberry strawberry1 blueberry pineapple bananas1 orange123 cherry123 peaches1 peanut123 peanutbutter pepper123 ginger123
pumpkin1 coffee123 cocacola cocacola1 pepsi123 redbull1 budweiser heineken whiskey1 tequila1 vodka123 kittycat kitty123 hellokitty
kittens1 cats1234 catsanddogs dogsandcats doggie123 puppy123 puppies1 snoopy123 scooby12 scoobydoo tigger123 tigers123 panther1 panthers
eagles123 falcons1 dolphin1 dolphins dolphins1 elephant giraffe1 penguin1 penguins squirrel bulldogs bulldog1 wildcats wildcat1
mickeymouse mickey123 minnie123 donaldduck winnie123 winniethepooh bugsbunny simpsons bartsimpson homer123 familyguy southpark spongebob
spongebob1 jesus123 jesuschrist godisgood godislove goodluck blessed1 blessing heaven123 angel123 angels123 angelina faithful forever1
forever21 friend123 friends1 friends123 friendship bestfriend bestfriends family123 family01 mother123 mommy123 father123 daddy123
daddysgirl sister123 brother1 brothers grandma1 happiness happy123 happyday happy1234 lucky123 luckyday lucky777 smile123 beautiful
beautiful1 gorgeous handsome pretty123 sexy1234 sexygirl sexylady hottie123 cutiepie fuckyou1 fuckyou2 fuckyou123 fuckoff1 asshole1
bullshit arschloch scheisse verpiss1 nopassword nopasswd noaccess donotuse dontknow idontknow iforgot1 forgotten remember rememberme
qwertyuiop qwertzuiop qwerty12 qwerty123 qwerty1234 qwerty12345 qwertz123 qwertz1234 azerty123 azertyuiop asdfghjkl asdfghjkl1 asdfasdf
asdf1234 asdfqwer qwerasdf qwerqwer qwer1234 zxcvbnm1 zxcvbnm123 zxcvzxcv zxcasdqwe qazwsxedc qazwsx123 qaz123wsx qazwsxed 1qaz2wsx
1qaz2wsx3edc 1qazxsw2 zaq12wsx zaq1zaq1 zaqxswcde q1w2e3r4 q1w2e3r4t5 q1w2e3r4t5y6 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y 1234qwer 12345qwert
123qweasd 123qweasdzxc qweasdzxc qweasd123 qwe123qwe 123qwe123 123qwe123qwe qwe12345 asd12345 asd123asd zxc12345 abc12345 abc123456
abcd1234 abcd12345 abcde123 abcabc123 abc123abc a1b2c3d4 a1b2c3d4e5 a1234567 a12345678 a123456789 aa123456 aa12345678 aaa11111 12345678a
123456789a 1234567a 123456aa 123456ab 123456abc 123abc123 123456qwe 147258369 147852369 159357159 159753456 741852963 789456123 789456123a
963852741 123654789 321654987 987456321 456789123 147896325 112233445566 11223344 1122334455 11112222 12121212 123123123 1231231234
12341234 123412345 12344321 1234554321 123454321 1234567890a 123321123 123321123321 10203040 1020304050 13131313 19841984 19871987
19901990 20002000 20202020 20212021 20222022 20232023 20242024 20252025 20262026 21212121 31415926 314159265 69696969 77777777 87654321
98765432 987654321 9876543210 99999999 00000000 01010101 01020304 0102030405 01234567 0123456789 0987654321 11111111 111111111 1111111111
11111111a 22222222 33333333 44444444 55555555 66666666 88888888 12345678 123456789 1234567890 12345678910 123456789123 1234567891 12345671
12345679 12345687 102030405060 100200300 123789456 852456123 15935700 25802580 14789632 36925814 zaq12345 poiuytrewq lkjhgfdsa mnbvcxz1
0okm9ijn 9ijn8uhb plokijuh okmijnuhb
`

/** See {@link WORDS}. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(WORDS.split(/\s+/).filter(Boolean))

/** What they begin with, when the digits at their end are left out: people put others there. */
export const COMMON_STEMS: ReadonlySet<string> = new Set([...COMMON_PASSWORDS].map((word) => word.replace(/\d+$/, '')))
